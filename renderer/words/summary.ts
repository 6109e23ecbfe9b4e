/** One line that tells scenarios apart: 1.7×10¹² · ε_γ×0.01. Typeset. */
import { isObject, valueAt, type JsonObject } from '../../core/merge.ts';
import { printExact, printPercent } from './print.ts';

/** @param scenario preset and patch merged, perhaps incomplete */
export function summaryOf(scenario: JsonObject): string {
  const number = (path: string): number | null => {
    const value = valueAt(scenario, path);
    return typeof value === 'number' ? value : null;
  };
  const kaons = number('exposure.stoppedKaons');
  const scale = number('photonVeto.scale') ?? 1;
  const level = number('analysis.confidenceLevel');
  const { boson } = scenario;
  return [
    kaons === null ? '' : printExact(kaons).replaceAll(' ', ''),
    `ε_γ×${printExact(scale).replaceAll(' ', '')}`,
    level === null || level === 0.95 ? '' : printPercent(level, 4),
    isObject(boson) && boson['kind'] === 'scalar' ? 'scalar' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
