import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperStudy } from '../../../data/presets/paperStudy.ts';

const main = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url));
let folder: string;
let study: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaon-reach-run-'));
  study = path.join(folder, 'study.json');
  writeFileSync(study, JSON.stringify(paperStudy));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env: { ...process.env, KAON_REACH_HOME: path.join(folder, 'home') },
  });
}

async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(args);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (err += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

describe('run on the four scenarios of the paper’s Fig. 4', () => {
  it('prints one JSON document: study, scenarios, provenance; progress goes to stderr', async () => {
    const { code, out, err } = await run('run', study, '--json');
    expect(code).toBe(0);
    const document = JSON.parse(out) as {
      scenarios: {
        name: string;
        points: { massMeV: number; limit: { asimov: number; observed: number | null } | null }[];
      }[];
    };
    expect(document).toMatchObject({
      study: paperStudy.name,
      provenance: { constants: 'paper', toyBlockSize: 10_000 },
    });
    expect(document.scenarios.map((s) => s.name)).toEqual(paperStudy.scenarios.map((s) => s.name));
    expect(document.scenarios.map((s) => s.points.length)).toEqual([60, 60, 60, 60]);
    expect(document.scenarios[0]?.points[0]?.limit?.observed).toBeCloseTo(6.647e-3, 6);
    expect(document.scenarios[3]?.points.at(-1)?.limit).toBeNull();
    expect(err).toContain('computing 100%');
  });

  it('is the same bytes from the cache, without it, for 1 and 3 workers, and in results.json', async () => {
    const first = await run('run', study, '--json', '--toys', '2000', '--out', path.join(folder, 'out'));
    const others = await Promise.all([
      run('run', study, '--json', '--toys', '2000', '--no-cache', '--workers', '1'),
      run('run', study, '--json', '--toys', '2000', '--no-cache', '--workers', '3'),
    ]);
    const again = await run('run', study, '--json', '--toys', '2000');
    expect(new Set([first.out, again.out, ...others.map((o) => o.out)]).size).toBe(1);
    expect(readFileSync(path.join(folder, 'out', 'results.json'), 'utf8')).toBe(first.out);
  }, 60_000);

  it('never replaces other results silently', async () => {
    const out = path.join(folder, 'kept');
    await run('run', study, '--out', out);
    const before = readFileSync(path.join(out, 'results.json'), 'utf8');
    const refused = await run('run', study, '--toys', '500', '--out', out);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('exists with other content; allowed: another --out, or --force');
    expect(readFileSync(path.join(out, 'results.json'), 'utf8')).toBe(before);
    expect((await run('run', study, '--toys', '500', '--out', out, '--force')).code).toBe(0);
    expect(readFileSync(path.join(out, 'results.json'), 'utf8')).not.toBe(before);
  }, 60_000);

  it('the table says CL, coverage and why there is no limit', async () => {
    const { out } = await run('run', study);
    expect(out).toContain('upper limit on g, 95% CL (conservative, paper, bands exact)');
    expect(out.match(/stands on .* calibrated: Within ±35%/g)).toHaveLength(4);
    expect(out).toContain('limit on signal events, observed: 351.078 (actual coverage 97.28%)');
    expect(out).toContain('no limit at 300 MeV: less than 0.000001 of the produced signal is selected');
  });

  it('ends at once with 130 when interrupted, and goes on from there the next time', async () => {
    const child = start(['run', study, '--toys', '5000000']);
    await new Promise<void>((resolve) =>
      child.stderr?.once('data', () => {
        resolve();
      }),
    );
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130);
  });
});
