import { InputError } from '../../../core/errors.ts';
import type { Scenario } from '../../../core/scenario.ts';
import { massesOf } from '../../../core/study/masses.ts';
import type { App } from '../app.ts';
import type { Handlers } from '../handlers.ts';
import { resolved } from '../resolved.ts';

/** What the window asks while somebody edits: answered by the warm process, nothing stored. */
export function previewCalls({ library, preview }: App): Handlers<'preview.'> {
  return {
    'preview.reach': async ({ scenario: file, constants: set, masses, slot }, client) => {
      const { scenario, notices } = resolved(file, library, 'scenario');
      const input = {
        scenario: withExactBands(scenario),
        constants: library.constants(set),
        massesMeV: massesOf(masses),
      };
      const output = await preview.ask(`${client} reach ${slot}`, 'reach', input);
      return 'superseded' in output ? output : { scenario, notices, ...output };
    },
    'preview.spectrum': ({ scenario: file, constants: set, massMeV, coupling, binMeV }, client) => {
      const { scenario } = resolved(file, library, 'scenario');
      const input = { scenario, constants: library.constants(set), massMeV, coupling, binMeV };
      return preview.ask(`${client} spectrum`, 'spectrum', input);
    },
    'preview.readout': ({ scenarios: files, constants: set, ...question }, client) => {
      const scenarios = files.map(({ id, scenario }, i) => ({
        id,
        scenario: withExactBands(resolved(scenario, library, `scenarios[${i}].scenario`).scenario),
      }));
      return preview.ask(`${client} readout`, 'readout', { ...question, constants: library.constants(set), scenarios });
    },
    'preview.gMinus2': ({ input: id, boson, constants: set, masses }, client) => {
      const input = library.gMinus2Inputs.find((known) => known.id === id);
      if (input === undefined) throw unknownInput(id, library.gMinus2Inputs.map((known) => known.id).join(', '));
      const question = { input, boson, constants: library.constants(set), massesMeV: massesOf(masses) };
      return preview.ask(`${client} gMinus2`, 'gMinus2', question);
    },
  };
}

/** Toys take seconds; the exact bands are there at once, and the stored result has the toys. */
function withExactBands(scenario: Scenario): Scenario {
  return { ...scenario, analysis: { ...scenario.analysis, bands: 'exact' } };
}

function unknownInput(id: string, allowed: string): InputError {
  return new InputError(`no (g−2)_μ input is called “${id}”; allowed: ${allowed}`, {
    where: 'input',
    value: id,
    allowed,
  });
}
