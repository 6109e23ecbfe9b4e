import type { FileDownload, StudyDocument } from '../../core/contract.ts';
import { InputError } from '../../core/errors.ts';
import { reachCsv } from '../../core/exchange/csv.ts';
import { resultsDocument, type ComputedScenario } from '../../core/exchange/resultsDocument.ts';
import { studyFileText } from '../../core/study/file.ts';
import type { App } from './app.ts';
import { computableOf, storedReach } from './resolved.ts';

type Format = 'study' | 'csv' | 'results';

/** A study as a file to save: its description, its reaches as a table, or its results with provenance. */
export function exportStudy(app: Pick<App, 'library' | 'book'>, document: StudyDocument, format: Format): FileDownload {
  const name = slug(document.name);
  if (format === 'study') {
    return { fileName: `${name}.json`, mediaType: 'application/json', text: studyFileText(document) };
  }
  const results = completeResults(app, document);
  if (format === 'csv') {
    return { fileName: `${name}--reach.csv`, mediaType: 'text/csv', text: reachCsv(document.name, results) };
  }
  const text = `${JSON.stringify(resultsDocument(document.name, document.constants, results), null, 2)}\n`;
  return { fileName: `${name}--results.json`, mediaType: 'application/json', text };
}

function completeResults(
  { library, book }: Pick<App, 'library' | 'book'>,
  document: StudyDocument,
): ComputedScenario[] {
  return computableOf(document, library).map((computable) => {
    const { result } = storedReach(computable, book);
    if (result !== null) return { ...result, preset: computable.preset };
    throw new InputError(
      `“${computable.scenario.name}” is not computed yet; wait for its job, or run it again, then export`,
    );
  });
}

/** A name as part of a file name: lower-case letters, digits and hyphens. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain.slice(0, 60) || 'study';
}
