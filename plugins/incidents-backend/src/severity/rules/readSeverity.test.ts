import { aScheme } from 'backstage-plugin-incidents-common/testing';
import { levelOf, readSeverity } from './readSeverity';

describe('the level that a word stands for', () => {
  it.each([
    ['a word of the scheme', 'critical', 'SEV1'],
    ['a word in any case, with blanks around it', ' CRITICAL ', 'SEV1'],
    ['the second word of a level', 'high', 'SEV2'],
    ['the id of a level', 'SEV4', 'SEV4'],
    ['the id of a level in lower case', 'sev4', 'SEV4'],
    ['nothing', undefined, 'SEV3'],
    ['an empty word', '', 'SEV3'],
    ['blanks', '  ', 'SEV3'],
  ])('%s is understood without a remark', (_, word, id) => {
    const { level, remark } = readSeverity(aScheme(), word);
    expect([level.id, remark]).toEqual([id, undefined]);
  });

  it('of an unknown word is the default, and says so', () => {
    const { level, remark } = readSeverity(aScheme(), 'Apocalyptic');
    expect(level.id).toBe('SEV3');
    expect(remark).toBe(
      'The scheme standard does not know “apocalyptic”; SEV3 is its default',
    );
  });

  it('quotes no more of a word than can be read', () => {
    const { remark } = readSeverity(aScheme(), 'x'.repeat(1_000));
    expect(remark).toContain(`“${'x'.repeat(60)}”`);
  });

  it('is the worst when the scheme has no such default', () => {
    const { level } = readSeverity(aScheme({ default: 'gone' }), 'what');
    expect(level.id).toBe('SEV1');
  });
});

it.each([
  ['SEV1', 'SEV1'],
  ['sev1', undefined],
  ['', undefined],
])('the level with the id %j', (id, found) => {
  expect(levelOf(aScheme(), id)?.id).toBe(found);
});
