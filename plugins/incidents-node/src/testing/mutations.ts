/**
 * A repeatable source of randomness, so that a failing mutation can be seen again (mulberry32).
 *
 * @public
 */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 0x100000000;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const strangers: unknown[] = [
  null,
  0,
  -1,
  9007199254740993,
  1e308,
  true,
  'true',
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '🔥'.repeat(50),
  '\ud800',
  'x'.repeat(100_000),
  '0001-01-01T00:00:00Z',
  '9999-99-99T99:99:99Z',
  '<script>alert(1)</script>',
  "'; drop table incidents_alerts; --",
  [],
  {},
  [[[[[[]]]]]],
  { toString: 'no', __proto__: null, constructor: { prototype: 1 } },
];

/**
 * A copy of a payload with one to four things wrong with it: fields dropped, other types, huge strings, deep nesting, NUL.
 *
 * @public
 */
export function mutated(payload: unknown, random: () => number): unknown {
  let copy: unknown = structuredClone(payload);
  const times = 1 + Math.floor(random() * 4);
  for (let i = 0; i < times; i++) copy = mutateOnce(copy, random);
  return copy;
}

function mutateOnce(payload: unknown, random: () => number): unknown {
  const spots = spotsOf(payload);
  const spot = spots[Math.floor(random() * spots.length)];
  if (!spot) return stranger(random);
  const roll = random();
  const target = spot.holder as Record<string | number, unknown>;
  if (roll < 0.3) {
    if (Array.isArray(spot.holder)) spot.holder.splice(Number(spot.name), 1);
    else delete target[spot.name];
  } else if (roll < 0.4) target[spot.name] = deeplyNested(2_000);
  else target[spot.name] = stranger(random);
  return payload;
}

function stranger(random: () => number): unknown {
  return structuredClone(strangers[Math.floor(random() * strangers.length)]);
}

function deeplyNested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { value };
  return value;
}

type Spot = { holder: object; name: string | number };

function spotsOf(value: unknown, depth = 0): Spot[] {
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  return Object.entries(value).flatMap(([name, child]) => [
    { holder: value, name },
    ...spotsOf(child, depth + 1),
  ]);
}
