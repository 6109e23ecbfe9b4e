/** Names what an effect depends on where it uses nothing of it. */
export function follow(...values: unknown[]): void {
  values.length = 0;
}
