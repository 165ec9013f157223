import { mockServices } from '@backstage/backend-test-utils';
import { twoSchemes } from '../testing/schemes';
import { readSeveritySettings, shippedSettings } from './settings';

const read = (severities?: object) =>
  readSeveritySettings(
    mockServices.rootConfig({ data: { incidents: { severities } } }),
  );
const [standard] = twoSchemes.schemes;
const withLevel = (about: object) => ({
  default: 'standard',
  schemes: [
    {
      ...standard,
      levels: [{ ...standard.levels[0], ...about }, standard.levels[2]],
    },
  ],
});

describe('severity definitions in config', () => {
  it('are the shipped ones when there are none', () => {
    expect(read()).toBe(shippedSettings);
  });

  it('are read, with labels that carry the word of a monitor', () => {
    expect(read(twoSchemes)).toEqual({
      ...twoSchemes,
      labels: ['severity', 'priority'],
    });
    expect(read({ ...twoSchemes, labels: ['sev'] }).labels).toEqual(['sev']);
  });

  it('know words in any case', () => {
    const { schemes } = read(withLevel({ words: ['CRITICAL '] }));
    expect(schemes[0].levels[0].words).toEqual(['critical']);
  });

  it.each([
    [
      { ...twoSchemes, default: 'gone' },
      'incidents.severities in config is not valid: default must be the name of one of the schemes',
    ],
    [
      { default: 'standard', schemes: [{ ...standard, default: 'P9' }] },
      'incidents.severities.schemes.0 in config is not valid: default must be the id of one of the levels',
    ],
    [
      { default: 'standard', schemes: [] },
      /^incidents\.severities\.schemes in config is not valid: /,
    ],
    [
      withLevel({ criteria: '' }),
      /^incidents\.severities\.schemes\.0\.levels\.0\.criteria in config is not valid: /,
    ],
    [
      withLevel({ colour: 'red' }),
      /^incidents\.severities\.schemes\.0\.levels\.0 in config is not valid: .*colour/,
    ],
    ['standard', /^incidents\.severities in config is not valid: /],
  ])('that are wrong are refused by their line: %#', (severities, message) => {
    expect(() => read(severities as object)).toThrow(message);
  });
});

describe('the shipped definitions', () => {
  it('are valid themselves', () => {
    expect(read(shippedSettings)).toEqual(shippedSettings);
  });

  it('give each word one meaning', () => {
    for (const { levels } of shippedSettings.schemes) {
      const words = levels.flatMap(level => [
        level.id.toLowerCase(),
        ...level.words,
      ]);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
