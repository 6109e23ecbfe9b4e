import type { ValidationRow } from '../../../core/contract.ts';
import { coreVersion } from '../../../core/version.ts';
import type { App } from '../app.ts';
import type { Handlers } from '../handlers.ts';

/** What the program is, and how it compares with the published numbers. */
export function appCalls({ host, version, library, store, tasks }: App): Handlers<'app.'> {
  let validation: Promise<readonly ValidationRow[]> | null = null;

  return {
    'app.info': () => ({
      version,
      coreVersion,
      host,
      readOnly: store.readOnly,
      presets: library.presets,
      gMinus2Inputs: library.gMinus2Inputs,
    }),
    'app.validate': () => {
      validation ??= tasks.run('validate', library.validationInput()).catch((error: unknown) => {
        validation = null; // asked again, it may succeed
        throw error;
      });
      return validation;
    },
  };
}
