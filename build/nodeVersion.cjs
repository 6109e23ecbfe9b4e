/**
 * Loaded before anything else (`node -r`), so that a Node that is too old says so in one line.
 * Kept to old syntax: an old Node must be able to parse it.
 */
var required = [24, 0];
var found = process.versions.node.split('.').map(Number);

if (found[0] < required[0]) {
  console.error(
    'Kaon Reach needs Node ' +
      required[0] +
      ' or newer; this is Node ' +
      process.versions.node +
      '. `npm ci` brings the right one and the npm scripts use it: run `npm ci`, then `npm start`.',
  );
  process.exit(1);
}
