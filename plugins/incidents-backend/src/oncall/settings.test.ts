import { mockServices } from '@backstage/backend-test-utils';
import { readOnCallSettings, usualOnCallSettings } from './settings';

const read = (onCall?: object) =>
  readOnCallSettings(
    mockServices.rootConfig({ data: onCall ? { incidents: { onCall } } : {} }),
  );
const minute = 60_000;

describe('the settings of on call', () => {
  it('are usual ones when nothing is said', () => {
    expect(read()).toEqual(usualOnCallSettings);
  });

  it('of notices', () => {
    const notices = {
      ...{ enabled: false, beforeBegin: { minutes: 30 }, atEnd: false },
    };
    expect(read({ notices }).notices).toEqual({
      ...{ enabled: false, beforeBegin: 30 * minute, atEnd: false },
    });
  });

  it('of what is confirmed', () => {
    const access = { holdsFor: { days: 90 } };
    expect(read({ access }).access).toEqual({
      holdsFor: 90 * 24 * 60 * minute,
    });
  });

  it.each([
    [
      'incidents.onCall.access.holdsFor must be 1 days or more',
      { access: { holdsFor: '1h' } },
    ],
    [
      'incidents.onCall.notices.beforeBegin must be 7 days or less',
      { notices: { beforeBegin: { days: 8 } } },
    ],
    [
      'incidents.onCall.notices.beforeBegin',
      { notices: { beforeBegin: 'soon' } },
    ],
  ])('are refused: %s', (message, onCall) => {
    expect(() => read(onCall)).toThrow(message);
  });
});
