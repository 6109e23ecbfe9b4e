import { InputError } from '../../../core/errors.ts';
import { findPreset, presets } from '../../../data/presets/index.ts';
import { number, printResult, table, type Output } from '../output.ts';

/** All presets, or one in full with the source of every number. */
export function presetsCommand(id: string | undefined, json: boolean, output: Output): void {
  if (id === undefined) {
    const list = presets.map(({ id, label, summary, calibrated, uncertainty }) => ({
      id,
      label,
      summary,
      calibrated,
      uncertainty,
    }));
    printResult(output, json, list, () =>
      table(
        ['id', 'label', '', 'what it is'],
        list.map((p) => [p.id, p.label, p.calibrated ? 'calibrated' : '', p.summary]),
      ),
    );
    return;
  }
  const preset = findPreset(id);
  if (preset === undefined) {
    const allowed = presets.map((p) => p.id).join(', ');
    throw new InputError(`no preset is called ${JSON.stringify(id)}; allowed: ${allowed}`, { value: id, allowed });
  }
  printResult(output, json, preset.scenario, () => {
    const { scenario, sources } = preset;
    const head = [
      `${preset.label} (${preset.id})${preset.calibrated ? ', calibrated' : ''}`,
      preset.summary,
      preset.uncertainty,
      `${number(scenario.exposure.stoppedKaons)} stopped kaons, ${number(scenario.window.minMeV)}–${number(scenario.window.maxMeV)} MeV/c`,
    ];
    return [
      ...head,
      '',
      table(
        ['number', 'source'],
        Object.entries(sources).map(([path, source]) => [path, source]),
      ),
    ].join('\n');
  });
}
