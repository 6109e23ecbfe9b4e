/**
 * Loaded before anything else (`node -r`), so that a Node that is too old says so in one line.
 * Kept to old syntax: an old Node must be able to parse it.
 */
var required = 24;
var found = process.versions.node;
var advice = '`npm ci` brings the right one, and `npm start` uses it.';

if (Number(found.split('.')[0]) < required) {
  console.error('Kaon Reach needs Node ' + required + ' or newer; this is Node ' + found + '. ' + advice);
  process.exit(1);
}
