import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { DocumentScenario, StudyDocument } from '../../../core/contract.ts';
import { openStore, type OpenOptions } from '../../../data/store/open.ts';
import type { Store } from '../../../data/store/store.ts';

/** A folder of its own, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaon-reach-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A store that is closed after the test. */
export function temporaryStore(options: OpenOptions = {}): Store {
  const store = openStore({ folder: temporaryFolder(), ...options });
  onTestFinished(() => {
    store.close();
  });
  return store;
}

export const firstId = '0b8f6f3e-6f0a-4a39-9c56-0d6a3b1c2d01';
export const secondId = '0b8f6f3e-6f0a-4a39-9c56-0d6a3b1c2d02';

export function sampleScenario(id: string, patch: Record<string, unknown> = {}): DocumentScenario {
  return { id, colour: 3, visible: true, binned: false, scenario: { name: 'E949-like', preset: 'e949@1', ...patch } };
}

export function sampleDocument(patch: Partial<StudyDocument> = {}): StudyDocument {
  return {
    name: 'A study',
    notes: 'first line\nsecond line',
    constants: 'paper',
    masses: { minMeV: 5, maxMeV: 300, points: 60, spacing: 'log' },
    landscape: { gMinus2: 'ibe-2017', constraints: ['ccfr'] },
    baseline: firstId,
    scenarios: [sampleScenario(firstId), sampleScenario(secondId, { exposure: { stoppedKaons: 1.7e13 } })],
    ...patch,
  };
}
