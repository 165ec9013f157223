import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { describeActive } from './describeActive';

it('shows the most urgent ones and counts the rest', () => {
  const items = Array.from({ length: 10 }, (_, index) =>
    anIncident({ key: `INC-${index + 1}`, severityRank: 10 - index }),
  );
  const { rows, more } = describeActive({ items, totalItems: 12 });
  expect(rows.map(({ key }) => key).slice(0, 2)).toEqual(['INC-10', 'INC-9']);
  expect(rows).toHaveLength(8);
  expect(more).toBe(4);
});

it('leaves out what was resolved between the question and the answer', () => {
  const items = [anIncident({ status: 'resolved' })];
  expect(describeActive({ items, totalItems: 1 })).toEqual({
    rows: [],
    more: 0,
  });
});

it('is empty when nothing is open', () => {
  expect(describeActive({ items: [], totalItems: 0 })).toEqual({
    rows: [],
    more: 0,
  });
});
