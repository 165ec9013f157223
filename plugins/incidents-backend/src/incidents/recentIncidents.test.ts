import type { Incident } from 'backstage-plugin-incidents-common';
import type { KeptIncident } from './keptIncident';
import { createRecentIncidents } from './recentIncidents';

function kept(place: string, about: Partial<KeptIncident> = {}): KeptIncident {
  const incident = { key: 'INC-1', status: 'declared', version: 3 } as Incident;
  return {
    ...{ incident, place, stands: true },
    ...{ severityBy: 'system', runbookState: 'unchecked' },
    ...about,
  };
}

describe('the incidents that this process wrote last', () => {
  it('are found by their place, with the version that they were written with', () => {
    const recent = createRecentIncidents();
    recent.remember([kept('a'), kept('b')]);
    const found = recent.find(['a', 'b']);
    expect(
      found?.map(({ place, incident }) => [place, incident.version]),
    ).toEqual([
      ['a', 4],
      ['b', 4],
    ]);
  });

  it('are of no use unless all that were asked for are there', () => {
    const recent = createRecentIncidents();
    recent.remember([kept('a')]);
    expect(recent.find(['a', 'c'])).toBeUndefined();
  });

  it.each([
    { stands: false },
    { incident: { status: 'resolved', version: 1 } as Incident },
  ])('are left out once they make room: %j', about => {
    const recent = createRecentIncidents();
    recent.remember([kept('a')]);
    recent.remember([kept('a', about)]);
    expect(recent.find(['a'])).toBeUndefined();
  });

  it('are not changed by who counts on them', () => {
    const recent = createRecentIncidents();
    recent.remember([kept('a')]);
    recent.find(['a'])![0].stands = false;
    expect(recent.find(['a'])![0].stands).toBe(true);
  });

  it('are forgotten when another writer was faster', () => {
    const recent = createRecentIncidents();
    recent.remember([kept('a')]);
    recent.forget();
    expect(recent.find(['a'])).toBeUndefined();
  });

  it('are never more than a storm needs', () => {
    const recent = createRecentIncidents();
    recent.remember([kept('first')]);
    recent.remember(Array.from({ length: 2_000 }, (_, i) => kept(`p${i}`)));
    expect(recent.find(['first'])).toBeUndefined();
    expect(recent.find(['p1999'])).toHaveLength(1);
  });
});
