import type { LegendEntry, PlotModel } from '../charts/model.ts';
import type { DataTable } from '../ui/table.ts';

/** A view as it is seen, for its data table and for export. */
export interface Figure {
  readonly title: string;
  /** Lines of small print: what bands and regions mean. */
  readonly caption: readonly string[];
  readonly plot: { readonly model: PlotModel; readonly legend: readonly LegendEntry[] } | null;
  readonly table: DataTable;
  /** For file names: `reach`. */
  readonly stem: string;
}
