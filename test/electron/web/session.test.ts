import { expect, test } from 'vitest';
import { admitted, Connection, hostForAll, temporaryHost, tokenOf } from './support.ts';

const shared = hostForAll();

test('with the token, calls are answered by number and events arrive', async () => {
  const host = await temporaryHost();
  const connection = await admitted(host);
  connection.send({ id: 7, call: 'studies.list', input: {} });
  const { reply } = await connection.message((m) => m['id'] === 7);
  expect(reply).toMatchObject({ ok: true, value: [{ scenarioCount: 4 }] });
  connection.send({ id: 8, call: 'studies.create', input: { name: 'Over the wire', from: 'empty' } });
  expect(await connection.message((m) => m['event'] === 'studies')).toMatchObject({
    data: [{ name: 'Over the wire' }, {}],
  });
});

test('an event goes to every window', async () => {
  const host = shared();
  const [one, two] = [await admitted(host), await admitted(host)];
  two.send({ id: 1, call: 'app.info', input: {} });
  await two.message((m) => m['id'] === 1);
  one.send({ id: 1, call: 'studies.create', input: { name: 'x', from: 'empty' } });
  expect(await two.message((m) => m['event'] === 'studies')).toMatchObject({ event: 'studies' });
});

test('what is wrong with a call is an answer, without a stack', async () => {
  const connection = await admitted(shared());
  connection.send({ id: 1, call: 'studies.open', input: { id: 'x' } });
  connection.send({ id: 2, call: '__proto__', input: {} });
  connection.send({ id: 3 });
  for (const [id, where] of [
    [1, 'id'],
    [2, 'call'],
    [3, 'call'],
  ] as const) {
    const { reply } = await connection.message((m) => m['id'] === id);
    expect(reply).toMatchObject({ ok: false, error: { name: 'InputError', where } });
    expect(JSON.stringify(reply)).not.toContain('   at ');
  }
});

test.each([
  ['a wrong token', { token: 'x'.repeat(43) }],
  ['an empty token', { token: '' }],
  ['a token that is no text', { token: { toString: 1 } }],
  ['a list of tokens', { token: ['a'] }],
  ['a call before the token', { id: 1, call: 'studies.list', input: {} }],
  ['what is not JSON', 'token'],
  ['null', 'null'],
])('%s closes the connection without an answer', async (_what, message) => {
  const connection = new Connection(shared().port);
  await connection.opened;
  connection.send(message);
  connection.send({ id: 2, call: 'studies.list', input: {} });
  expect(await connection.closed).toBe(4401);
  expect(connection.messages).toEqual([]);
});

test('the right token in the wrong place does not help', async () => {
  const host = shared();
  const inUrl = new Connection(host.port, undefined, `/ws?token=${tokenOf(host)}`);
  expect(await inUrl.opened).toBe(404);
  const binary = new Connection(host.port);
  await binary.opened;
  binary.socket.send(Buffer.from(JSON.stringify({ token: tokenOf(host) })), { binary: true });
  expect(await binary.closed).toBe(4401);
});

test('no token in time closes the connection', async () => {
  const connection = new Connection((await temporaryHost({ tokenPatienceMs: 30 })).port);
  expect(await connection.closed).toBe(4408);
});

test('a message that is no call closes the connection, and only that one', async () => {
  const host = shared();
  for (const message of ['{', '[]', '{"id":"1","call":"studies.list","input":{}}']) {
    const connection = await admitted(host);
    connection.send(message);
    expect(await connection.closed).toBe(4400);
  }
  const connection = await admitted(host);
  connection.send({ id: 1, call: 'app.info', input: {} });
  expect(await connection.message((m) => m['id'] === 1)).toMatchObject({ reply: { ok: true, value: { host: 'web' } } });
});

test('a large import is refused in words; a message beyond all measure closes its connection alone', async () => {
  const host = shared();
  const connection = await admitted(host);
  connection.send({ id: 1, call: 'studies.import', input: { text: 'x'.repeat(21_000_000), fileName: 'a' } });
  expect(await connection.message((m) => m['id'] === 1)).toMatchObject({
    reply: { ok: false, error: { where: 'text' } },
  });
  connection.send({ id: 2, call: 'studies.import', input: { text: 'x'.repeat(70_000_000), fileName: 'a' } });
  expect(await connection.closed).toBe(1009);
  const next = await admitted(host);
  next.send({ id: 1, call: 'app.info', input: {} });
  expect(await next.message((m) => m['id'] === 1)).toMatchObject({ reply: { ok: true } });
});

test('only the own page of the own host may connect', async () => {
  const { port } = shared();
  const own = `http://127.0.0.1:${port}`;
  const wrong: Record<string, string>[] = [
    {},
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: `https://127.0.0.1:${port}` },
    { origin: `http://localhost:${port}` },
    { origin: `http://127.0.0.1:${port + 1}` },
    { origin: `${own}.evil.example` },
    { origin: own, host: `evil.example:${port}` },
    { origin: own, host: 'localhost' },
  ];
  expect(await Promise.all(wrong.map((headers) => new Connection(port, headers).opened))).toEqual(wrong.map(() => 403));
  expect(await new Connection(port, { origin: own }).opened).toBe('open');
});

test('every start has a token of its own, long enough not to be guessed', async () => {
  const [one, two] = [tokenOf(await temporaryHost()), tokenOf(await temporaryHost())];
  expect(one).not.toBe(two);
  expect(Buffer.from(one, 'base64url')).toHaveLength(32);
});
