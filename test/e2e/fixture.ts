/** What every test of the window begins with: a host of its own, an open page, and no error in the page's console. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { startHost, type Host } from './host.ts';

export { expect, type Locator, type Page };

export const test = base.extend<{ host: Host; kaon: Kaon }>({
  // Playwright reads the names of fixtures from this pattern.
  host: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.stop();
  },
  kaon: async ({ page, host }, use) => {
    const complaints = complaintsOf(page);
    await page.goto(host.url);
    const kaon = new Kaon(page);
    await expect(kaon.names).toHaveCount(4);
    await use(kaon);
    expect(complaints).toEqual([]);
  },
});

/** Errors and warnings in the page's console, as they come. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** The window's parts by the names that a person knows them by. */
export class Kaon {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get names(): Locator {
    return this.page.getByRole('navigation', { name: 'Scenarios' }).locator('button.name');
  }

  get saved(): Locator {
    return this.page.getByTestId('save-state');
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: /undo/i }).first();
  }

  get redo(): Locator {
    return this.page.getByRole('button', { name: /redo/i }).first();
  }

  field(name: string): Locator {
    return this.page.getByRole('complementary', { name: 'Editor' }).getByRole('textbox', { name, exact: true });
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name });
  }

  async type(name: string, text: string): Promise<void> {
    await this.field(name).fill(text);
    await this.field(name).press('Enter');
  }

  async study(entry: RegExp | string): Promise<void> {
    await this.page.getByRole('button', { name: 'Study', exact: true }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  async scenario(name: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: `Menu of “${name}”` }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** The numbers of a column in the chart's data table, by the beginning of its heading; null for a hole. */
  async column(heading: string): Promise<(number | null)[]> {
    return this.page.getByTestId('data-table').evaluate((table, wanted) => {
      const headings = [...table.querySelectorAll('thead th')].map((cell) => cell.textContent);
      const at = headings.findIndex((text) => text.startsWith(wanted));
      const digits: Record<string, string> = {
        '⁻': '-',
        '⁰': '0',
        '¹': '1',
        '²': '2',
        '³': '3',
        '⁴': '4',
        '⁵': '5',
        '⁶': '6',
        '⁷': '7',
        '⁸': '8',
        '⁹': '9',
      };
      const read = (text: string): number | null => {
        const [mantissa = '', exponent] = text.split(' × 10');
        const power = exponent?.replace(/./g, (digit) => digits[digit] ?? digit) ?? '0';
        return mantissa === '–' ? null : Number(`${mantissa}e${power}`);
      };
      return [...table.querySelectorAll('tbody tr')].map((row) => read(row.children[at]?.textContent ?? '–'));
    }, heading);
  }

  /** The first number of a curve: the coupling at the lowest mass. */
  async reachOf(name: string): Promise<number> {
    const [first] = await this.column(`${name} (`);
    return first ?? Number.NaN;
  }
}
