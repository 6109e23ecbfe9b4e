import type { ResultsDocument } from '../../core/exchange/resultsDocument.ts';
import { number, table } from './output.ts';

type ComputedScenario = ResultsDocument['scenarios'][number];

/** The results as a person reads them: per scenario what was assumed, events with coverage, and the reach. */
export function readable({ study, scenarios, provenance }: ResultsDocument): string {
  const foot = `core ${provenance.coreVersion}, constants: ${provenance.constants}`;
  return [study, '', ...scenarios.map(scenarioText), foot].join('\n');
}

function scenarioText({ name, preset, analysis, events, points, warnings }: ComputedScenario): string {
  const level = `${number(100 * analysis.confidenceLevel)}% CL`;
  const columns = ['m [MeV]', 'observed', 'asimov', 'median', '−2σ', '−1σ', '+1σ', '+2σ'];
  const rows = points.map(({ massMeV, limit }) =>
    [
      massMeV,
      ...(limit === null ? [null] : [limit.observed]),
      ...(limit === null ? [] : [limit.asimov, limit.median, limit.minus2, limit.minus1, limit.plus1, limit.plus2]),
    ].map((v) => number(v)),
  );
  return [
    `${name}: upper limit on g, ${level} (${analysis.method}, ${analysis.statistic}, bands ${analysis.bands})`,
    ...(preset?.calibrated === true
      ? [`  stands on ${preset.label} (${preset.id}), calibrated: ${preset.uncertainty}`]
      : []),
    ...eventLines(events),
    ...warnings.map((warning) => `  warning: ${warning}`),
    table(columns, rows),
    ...withoutLimit(points),
    '',
  ].join('\n');
}

function eventLines({ background, observed, medianLimit, observedLimit }: ComputedScenario['events']): string[] {
  const limit = (which: string, { signalEvents, coverage }: { signalEvents: number; coverage: number }): string =>
    `  limit on signal events, ${which}: ${number(signalEvents, 6)} (actual coverage ${number(100 * coverage)}%)`;
  return [
    `  background ${background.map((b) => number(b)).join(', ')} events${observed === null ? '' : `, observed ${observed.join(', ')}`}`,
    limit('median expected', medianLimit),
    ...(observedLimit === null ? [] : [limit('observed', observedLimit)]),
  ];
}

function withoutLimit(points: ComputedScenario['points']): string[] {
  const reasons = new Map<string, number[]>();
  for (const { massMeV, reason } of points)
    if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), massMeV]);
  return [...reasons].map(
    ([reason, masses]) => `  no limit at ${masses.map((m) => number(m)).join(', ')} MeV: ${reason}`,
  );
}
