import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperStudy } from '../../../data/presets/paperStudy.ts';
import { runProgram } from '../../../electron/cli/program.ts';
import { pyhfReferences } from '../../fixtures/pyhf/references.ts';
import { vectorReference } from '../../fixtures/scipy/signal.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(...args: string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await runProgram(args, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, out, err } = await run(...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaon-reach-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the physics from the command line', () => {
  it('signal: the document of the design, with the reference numbers', async () => {
    const row = vectorReference[3];
    const result = await json('signal', '--mass', '50', '--window', '130:160', '--at', '80,135');
    expect(Object.keys(result)).toEqual([
      'boson',
      'massMeV',
      'pMaxMeV',
      'branchingRatioPerCoupling2',
      'invisibleFraction',
      'window',
      'spectrum',
    ]);
    expect(result['branchingRatioPerCoupling2']).toBeCloseTo(row.branchingRatio, 10);
    expect(result['window']).toMatchObject({ minMeV: 130, maxMeV: 160 });
    expect(result['spectrum']).toHaveLength(2);
  });
  it('gminus2: value at a coupling and the band; null where there is none', async () => {
    const result = await json('gminus2', '--mass', '50', '--coupling', '1e-3', '--input', 'wp2025-final');
    expect(result['deltaAmu']).toBeCloseTo(5.0458577e-9, 15);
    expect(result['coupling']).toMatchObject({ low1: null, low2: null });
    expect((await json('gminus2', '--mass', '50'))['deltaAmu']).toBeNull();
  });
  it('limit: the paper’s 351.08 for 315 events, and CLs with a background', async () => {
    expect(await json('limit', '--observed', '315', '--statistic', 'paper')).toMatchObject({
      background: null,
      signalLowerLimit: 0,
      signalUpperLimit: 351.07800774005057,
    });
    expect(
      (await json('limit', '--observed', '6', '--background', '5.5', '--statistic', 'cls'))['signalUpperLimit'],
    ).toBeCloseTo(7.0135, 4);
    expect(
      (await json('limit', '--observed', '3', '--background', '0', '--statistic', 'classical', '--cl', '0.9'))[
        'signalUpperLimit'
      ],
    ).toBeCloseTo(6.68, 2);
  });
  it('limit: Feldman–Cousins from end to end, and an uncertain background', async () => {
    // Table IV of physics/9711021: n = 3, b = 0 at 90% CL: 1.10 to 7.42.
    const unified = await json(...'limit --observed 3 --background 0 --statistic feldmanCousins --cl 0.9'.split(' '));
    expect(unified['signalLowerLimit']).toBeCloseTo(1.1, 2);
    expect(Math.abs((unified['signalUpperLimit'] as number) - 7.42)).toBeLessThan(0.01);
    const limit = 'limit --observed 6 --background 5.5 --statistic cls'.split(' ');
    const [known, uncertain] = [await json(...limit), await json(...limit, '--background-uncertainty', '1')];
    expect(uncertain['signalUpperLimit']).toBeGreaterThan(known['signalUpperLimit'] as number);
  });
  it('hypotest and upper-limit: pyhf’s numbers for its workspace', async () => {
    for (const { name, workspace, ...reference } of pyhfReferences) {
      const file = path.join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(workspace));
      const test = await json('hypotest', file);
      expect(test['CLsObserved']).toBeCloseTo(reference.CLsObserved, 4);
      const limit = await json('upper-limit', file);
      expect(limit['observed']).toBeCloseTo(reference.observed, 4);
      expect(limit['expected']).toHaveLength(5);
      expect((await run('upper-limit', file)).out).toContain('expected median');
    }
  });
  it('hypotest: a bad workspace is exit code 2 with file, place, value and what is allowed', async () => {
    const file = path.join(folder, 'bad.json');
    const text = JSON.stringify(pyhfReferences[0]?.workspace).replace('"hi":1.1', '"hi":-1');
    writeFileSync(file, text);
    expect(await run('hypotest', file)).toEqual({
      code: 2,
      out: '',
      err: `error: ${file}: channels[0].samples[1].modifiers[0].data.hi: is -1; allowed: above 0\n`,
    });
    expect((await run('hypotest', path.join(folder, 'none.json'))).err).toContain('there is no such file');
  });
  it('validate: every row, exit code 0', async () => {
    const { code, out } = await run('validate');
    expect(code).toBe(0);
    expect(out.match(/^AGREES/gm)).toHaveLength(9);
    expect(out).not.toContain('FAILS');
  });
});

describe('presets and schema', () => {
  it('lists the presets and says that they are calibrated', async () => {
    const { out } = await run('presets');
    expect(out.match(/calibrated/g)).toHaveLength(4);
  });
  it('shows one as a complete scenario', async () => {
    expect(await json('presets', 'e949')).toMatchObject({ name: 'E949-like', exposure: { stoppedKaons: 1.7e12 } });
  });
  it('publishes a JSON Schema that names every field', async () => {
    const schema = (await run('schema')).out;
    expect(JSON.parse(schema)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    for (const field of ['stoppedKaons', 'sigmaMeV', 'accidentalLoss', 'confidenceLevel'])
      expect(schema).toContain(field);
  });
});

describe('bad input is exit code 2 with one message that names option, value and what is allowed', () => {
  const study = (name: string, content: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const broken = {
    ...paperStudy,
    scenarios: [
      { name: 'x', preset: 'e949', window: { minMeV: 200 } },
      { name: 'y', preset: 'none' },
    ],
  };
  it.each<[string[], string]>([
    [['signal', '--mass', 'x'], '--mass: is "x"; allowed: 0.1 to 388 MeV'],
    [['signal', '--mass', '0x32'], '--mass: is "0x32"'],
    [['signal', '--mass', 'NaN'], '--mass: is "NaN"'],
    [
      ['signal', '--mass', '50', '--window', '160:130'],
      '--window: is "160:130"; allowed: two momenta, the lower first',
    ],
    [['signal', '--mass', '50', '--boson', 'tensor'], '--boson: is "tensor"; allowed: vector, scalar'],
    [['signal', '--mass', '500'], '--mass: is "500"; allowed: 0.1 to 388 MeV'],
    [['signal'], "required option '--mass <MeV>' not specified"],
    [['gminus2', '--mass', '50', '--input', 'mine'], '--input: is "mine"; allowed: ibe-2017'],
    [['limit', '--observed', '-1', '--statistic', 'paper'], '--observed: is "-1"; allowed: 0 to 1000000000'],
    [['limit', '--observed', '1', '--statistic', 'bayes'], '--statistic: is "bayes"; allowed: paper, cls, classical'],
    [['limit', '--observed', '1', '--statistic', 'cls'], '--background: is missing'],
    [['limit', '--observed', '0', '--background', '9', '--statistic', 'classical'], 'the classical interval is empty'],
    [['presets', 'nope'], 'no preset is called "nope"; allowed: e949@1'],
    [['nonsense'], "unknown command 'nonsense'"],
    [['run', 'nowhere.json'], 'nowhere.json: there is no such file'],
    [['run', '.'], 'this is a folder'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toMatch(/ at .*\.ts:/);
  });
  it.each<[string, string, string]>([
    ['latin.json', Buffer.from([0xff, 0xfe, 0x41]).toString('latin1'), 'this is not JSON'],
    ['empty.json', '', 'this is not JSON'],
    ['other.json', '{}', 'this is not a Kaon Reach study file'],
    [
      'broken.json',
      JSON.stringify(broken),
      'broken.json: scenarios[0].window.maxMeV: is 160; allowed: maxMeV at least 0.1 MeV/c above minMeV',
    ],
    ['broken.json', JSON.stringify(broken), 'broken.json: scenarios[1].preset: no preset is called "none"'],
  ])('a study file: %s', async (name, content, message) => {
    const { code, err } = await run('run', study(name, content), '--no-cache');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
  it('an output folder that cannot be one is refused before anything is computed', async () => {
    const file = study('file', 'text');
    const { code, err } = await run('run', study('ok.json', JSON.stringify(paperStudy)), '--out', file);
    expect(code).toBe(2);
    expect(err).toContain('cannot be made a folder');
    expect(err).not.toContain('computing');
  });
});
