import { noAlertFilters } from './describeAlertFilters';
import { describeGroups, firstGroup } from './describeGroups';

describe('the groups above the stream', () => {
  it('keep the filters and start at the first page', () => {
    const filters = { ...noAlertFilters, q: 'disk', cursors: ['c'] };
    const [, incidents] = describeGroups(
      { incidents: { totalItems: 3 } },
      filters,
    );
    expect(incidents).toEqual({
      group: 'incidents',
      count: '3',
      search: 'show=incidents&q=disk',
      isUrgent: false,
    });
  });

  it('say that there are more than anybody counted', () => {
    const total = { totalItems: 1_000, totalIsAtLeast: true };
    const [unrouted] = describeGroups({ unrouted: total }, noAlertFilters);
    expect(unrouted.count).toBe('1000+');
  });

  it.each([
    [{ unrouted: { totalItems: 1 } }, true],
    [{ unrouted: { totalItems: 0 } }, false],
    [{}, false],
  ])('%j calls for a person: %s', (counts, isUrgent) => {
    expect(describeGroups(counts, noAlertFilters)[0].isUrgent).toBe(isUrgent);
  });
});

describe('who asked for no group', () => {
  it.each([
    [{ unrouted: { totalItems: 2 } }, 'unrouted'],
    [{ unrouted: { totalItems: 0 } }, 'incidents'],
    [{ incidents: { totalItems: 9 } }, undefined],
  ])('of %j sees %s', (counts, group) => {
    expect(firstGroup(counts)).toBe(group);
  });
});
