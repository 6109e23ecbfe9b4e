/** A compute process that takes more memory than it may, whatever it is asked. */
process.on('message', () => {
  const hoard: number[][] = [];
  for (;;) hoard.push(Array.from({ length: 10_000 }, (_, i) => i + hoard.length));
});
