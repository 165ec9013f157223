import { mockServices } from '@backstage/backend-test-utils';
import { flappingOf, readFlapping, unlessDisabled } from './flappingSettings';

const minute = 60_000;
const shipped = { changes: 6, within: 30 * minute, calm: 15 * minute };

function read(general: object | undefined, own?: object) {
  const config = mockServices.rootConfig({
    data: {
      incidents: {
        ...(general && { flapping: general }),
        integrations: [{ id: 'p', ...(own && { flapping: own }) }],
      },
    },
  });
  const [integration] = config.getConfigArray('incidents.integrations');
  const settings = readFlapping(config);
  return {
    general: unlessDisabled(settings),
    own: flappingOf(integration, 'incidents.integrations[0] (p)', settings),
  };
}

describe('when alerts flap', () => {
  it.each<[string, object | undefined, object | undefined, object]>([
    ['as it ships', undefined, undefined, { general: shipped, own: shipped }],
    [
      'for all',
      { changes: 10, within: '1h', calm: { minutes: 5 } },
      undefined,
      {
        general: { changes: 10, within: 60 * minute, calm: 5 * minute },
        own: { changes: 10, within: 60 * minute, calm: 5 * minute },
      },
    ],
    [
      'for one integration in part',
      { calm: '5m' },
      { changes: 3 },
      {
        general: { ...shipped, calm: 5 * minute },
        own: { ...shipped, calm: 5 * minute, changes: 3 },
      },
    ],
    [
      'never',
      { disabled: true },
      undefined,
      { general: undefined, own: undefined },
    ],
    [
      'for one integration never',
      undefined,
      { disabled: true },
      { general: shipped, own: undefined },
    ],
    [
      'for one integration only',
      { disabled: true },
      { disabled: false, changes: 4 },
      { general: undefined, own: { ...shipped, changes: 4 } },
    ],
  ])('is read: %s', (_, general, own, expected) => {
    expect(read(general, own)).toEqual(expected);
  });

  it.each([
    [{ changes: 2 }, 'changes must be a whole number from 3 to 100'],
    [{ changes: 101 }, 'changes must be a whole number from 3 to 100'],
    [{ changes: 4.5 }, 'changes must be a whole number from 3 to 100'],
    [{ within: '59s' }, 'within must be from a minute to a day'],
    [{ calm: '25h' }, 'calm must be from a minute to a day'],
  ])('is not %j, and the line is named', (wrong, sentence) => {
    expect(() => read(wrong)).toThrow(`incidents.flapping.${sentence}`);
    expect(() => read(undefined, wrong)).toThrow(
      `incidents.integrations[0] (p): flapping.${sentence}`,
    );
  });
});
