import { validate } from '../../../core/study/validate.ts';
import { validationInput } from '../../../data/presets/validation.ts';
import { exitCodes, printResult, type Output } from '../output.ts';

/** Every published number beside the computed one; a prediction that fails is a fault of this program. */
export function validateCommand(json: boolean, output: Output): number {
  const rows = validate(validationInput());
  printResult(output, json, rows, () =>
    rows
      .map((row) =>
        [
          `${row.verdict.toUpperCase()}  ${row.published}  [${row.kind}; arXiv:1611.08460, ${row.source}]`,
          `    computed: ${row.computed}`,
          `    ${row.comment}`,
        ].join('\n'),
      )
      .join('\n'),
  );
  return rows.some((row) => row.verdict === 'fails') ? exitCodes.internal : exitCodes.done;
}
