import Papa from 'papaparse';
import type { PresetInfo } from '../contract.ts';
import type { ReachPoint } from '../results.ts';
import type { Scenario } from '../scenario.ts';

/** A scenario's reach as a table: the CL and units stand in the header. */
export interface ReachTable {
  readonly scenario: Pick<Scenario, 'name' | 'boson' | 'analysis'>;
  readonly preset: PresetInfo | null;
  readonly points: readonly ReachPoint[];
}

const limits = ['observed', 'asimov', 'median', 'minus2', 'minus1', 'plus1', 'plus2'] as const;

/** All scenarios of a study as one CSV (RFC 4180, one row per scenario and mass; cells that a spreadsheet would take for a formula are defused); couplings g, mass in MeV. */
export function reachCsv(study: string, tables: readonly ReachTable[]): string {
  const header = [
    'study',
    'scenario',
    'preset',
    'boson',
    'invisible_fraction',
    'method',
    'statistic',
    'bands',
    'confidence_level',
    'mass_MeV',
    'signal_events_per_g2',
    'branching_ratio_per_g2',
    ...limits.map((key) => `g_${key}`),
    'reason',
  ];
  const rows = tables.flatMap((table) => table.points.map((point) => row(study, table, point)));
  return Papa.unparse([header, ...rows], { newline: '\r\n', escapeFormulae: true }) + '\r\n';
}

function row(study: string, { scenario, preset }: ReachTable, p: ReachPoint): (string | number | null)[] {
  const { name, boson, analysis } = scenario;
  const couplings = limits.map((key) => p.limit?.[key] ?? null);
  return [
    study,
    name,
    preset === null ? '' : `${preset.id}${preset.calibrated ? ' (calibrated)' : ''}`,
    boson.kind,
    boson.kind === 'scalar' ? boson.invisibleFraction : null,
    analysis.method,
    analysis.statistic,
    analysis.bands === 'toys' ? `toys (${String(analysis.toys)}, seed ${String(analysis.seed)})` : analysis.bands,
    analysis.confidenceLevel,
    p.massMeV,
    p.signalEventsPerCoupling2,
    p.branchingRatioPerCoupling2,
    ...couplings,
    p.reason ?? null,
  ];
}
