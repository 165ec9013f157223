import { createNewId, firstIdAt, hashOf, madeAt } from './identity';

describe('a new id', () => {
  let now = new Date('2026-11-20T03:00:00.000Z');
  const newId = createNewId({ now: () => now });

  it('is a UUID of version 7', () => {
    expect(newId()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('is never the same twice, even within a moment', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(new Set(ids).size).toBe(1_000);
  });

  it('sorts behind those of earlier moments', () => {
    const earlier = newId();
    now = new Date(now.getTime() + 1);
    expect(newId() > earlier).toBe(true);
  });

  it('says when it was made, and lies between the first ids of its moment and the next', () => {
    const id = newId();
    expect(madeAt(id)).toEqual(now);
    expect(firstIdAt(now) <= id).toBe(true);
    expect(id < firstIdAt(new Date(now.getTime() + 1))).toBe(true);
  });

  it.each(['', 'a1', '2c5ea4c0-4067-41e9-8bad-9b1deb4d3b7d'])(
    'that was made elsewhere, such as %j, says nothing of the kind',
    id => expect(madeAt(id)).toBeUndefined(),
  );

  it('sorts behind the first id of a time before 1970', () => {
    expect(firstIdAt(new Date(-1)) < newId()).toBe(true);
  });
});

it('a hash is as long as asked for, and the same for the same', () => {
  expect(hashOf('a')).toHaveLength(64);
  expect(hashOf('a', 12)).toBe(hashOf(Buffer.from('a')).slice(0, 12));
  expect(hashOf('a')).not.toBe(hashOf('b'));
});
