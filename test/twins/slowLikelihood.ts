import { code4Coefficients } from '../../core/statistics/model/interpolation.ts';
import type { Modifier, Workspace } from '../../core/statistics/model/workspace.ts';

/**
 * −ln L of a workspace up to a constant, as its format is written down: sample by sample, modifier by modifier, no
 * flat arrays, nothing eliminated. Parameters by name; members of a vector as `name[i]`.
 */
export function slowHalfDeviance(
  workspace: Workspace,
  at: ReadonlyMap<string, number>,
  codes: { normsys: 1 | 4; histosys: 0 | '4p' },
): number {
  let sum = 0;
  for (const channel of workspace.channels) {
    const observed = workspace.observations.find(({ name }) => name === channel.name)?.data ?? [];
    observed.forEach((n, bin) => {
      let nu = 0;
      for (const { data, modifiers } of channel.samples) {
        const nominal = data[bin] ?? 0;
        const shift = modifiers.reduce((total, m) => total + added(m, nominal, bin, at, codes.histosys), 0);
        nu += modifiers.reduce((product, m) => product * factor(m, bin, at, codes.normsys), nominal + shift);
      }
      sum += nu - n - (n > 0 ? n * Math.log(nu / n) : 0);
    });
  }
  return sum + constraints(workspace, at);
}

const value = (at: ReadonlyMap<string, number>, name: string): number => {
  const found = at.get(name);
  if (found === undefined) throw new Error(`no parameter ${name}`);
  return found;
};

function factor(m: Modifier, bin: number, at: ReadonlyMap<string, number>, code: 1 | 4): number {
  if (m.type === 'normfactor' || m.type === 'lumi') return value(at, m.name);
  if (m.type === 'shapefactor') return value(at, `${m.name}[${bin}]`);
  // The fixtures' shapesys and staterror have a parameter in every bin of their one channel.
  if (m.type === 'shapesys' || m.type === 'staterror') return value(at, `${m.name}[${bin}]`);
  if (m.type === 'histosys') return 1;
  const alpha = value(at, m.name);
  if (code === 4 && Math.abs(alpha) < 1)
    return code4Coefficients(m.data.hi, m.data.lo).reduce((total, a, i) => total + a * alpha ** (i + 1), 1);
  return alpha >= 0 ? m.data.hi ** alpha : m.data.lo ** -alpha;
}

/** Codes 0 and 4p as they stand in pyhf's documentation. */
function added(m: Modifier, nominal: number, bin: number, at: ReadonlyMap<string, number>, code: 0 | '4p'): number {
  if (m.type !== 'histosys') return 0;
  const alpha = value(at, m.name);
  const up = (m.data.hi_data[bin] ?? 0) - nominal;
  const down = nominal - (m.data.lo_data[bin] ?? 0);
  if (code === 0 || Math.abs(alpha) > 1) return alpha >= 0 ? alpha * up : alpha * down;
  return alpha * ((up + down) / 2 + ((up - down) / 16) * alpha * (3 * alpha ** 4 - 10 * alpha ** 2 + 15));
}

function constraints({ channels, measurements }: Workspace, at: ReadonlyMap<string, number>): number {
  let sum = 0;
  const seen = new Set<string>();
  const normal = (name: string, centre: number, sigma: number): void => {
    if (!seen.has(name)) sum += (value(at, name) - centre) ** 2 / (2 * sigma ** 2);
    seen.add(name);
  };
  for (const { samples } of channels) {
    for (const { data, modifiers } of samples) {
      for (const m of modifiers) {
        if (m.type === 'normsys' || m.type === 'histosys') normal(m.name, 0, 1);
        if (m.type === 'lumi') {
          const config = measurements[0]?.config.parameters.find(({ name }) => name === 'lumi');
          normal('lumi', config?.auxdata?.[0] ?? NaN, config?.sigmas?.[0] ?? NaN);
        }
        if (m.type === 'shapesys')
          m.data.forEach((sigma, bin) => {
            const tau = ((data[bin] ?? 0) / sigma) ** 2;
            const mean = tau * value(at, `${m.name}[${bin}]`);
            sum += mean - tau - tau * Math.log(mean / tau);
          });
        if (m.type === 'staterror')
          m.data.forEach((_, bin) => {
            const carrying = samples.flatMap((s) =>
              s.modifiers.flatMap((x) => (x.type === 'staterror' && x.name === m.name ? [{ s, x }] : [])),
            );
            const square = carrying.reduce((total, { x }) => total + (x.data[bin] ?? 0) ** 2, 0);
            const nominal = carrying.reduce((total, { s }) => total + (s.data[bin] ?? 0), 0);
            normal(`${m.name}[${bin}]`, 1, Math.sqrt(square) / nominal);
          });
      }
    }
  }
  return sum;
}
