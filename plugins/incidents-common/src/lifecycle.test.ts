import {
  actionsFrom,
  incidentActions,
  incidentLifecycle,
  incidentStatuses,
  isOpenStatus,
  type IncidentStatus,
} from './lifecycle';

/** Rows are stages, columns actions, cells where the action leads. */
function matrix(): string {
  const table = [
    ['', ...incidentActions],
    ...incidentStatuses.map(status => [
      status,
      ...incidentActions.map(
        action => incidentLifecycle[status][action] ?? '·',
      ),
    ]),
  ];
  return table
    .map(row =>
      row
        .map(cell => cell.padEnd(14))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function reachableFrom(start: IncidentStatus): Set<IncidentStatus> {
  const seen = new Set([start]);
  // A set that grows while it is walked is walked to its new end.
  for (const status of seen) {
    for (const next of Object.values(incidentLifecycle[status])) seen.add(next);
  }
  return seen;
}

describe('the lifecycle of an incident', () => {
  it('is this table', () => {
    expect(`\n${matrix()}\n`).toMatchInlineSnapshot(`
      "
                    investigate   identify      mitigate      resolve       close         dismiss       reopen
      declared      investigating identified    mitigated     resolved      ·             dismissed     ·
      investigating ·             identified    mitigated     resolved      ·             dismissed     ·
      identified    investigating ·             mitigated     resolved      ·             dismissed     ·
      mitigated     ·             ·             ·             resolved      ·             ·             investigating
      resolved      ·             ·             ·             ·             closed        ·             investigating
      closed        ·             ·             ·             ·             ·             ·             investigating
      dismissed     ·             ·             ·             ·             ·             ·             investigating
      "
    `);
  });

  it('reaches every stage from the declaration', () => {
    expect([...reachableFrom('declared')].sort()).toEqual(
      [...incidentStatuses].sort(),
    );
  });

  it.each(incidentStatuses)('lets nobody be stuck in %s', status => {
    expect(actionsFrom(status)).not.toEqual([]);
    expect(reachableFrom(status)).toContain('resolved');
  });

  it.each(incidentStatuses)('never moves %s to itself', status => {
    expect(Object.values(incidentLifecycle[status])).not.toContain(status);
  });

  it('offers what brings an incident forward before what brings it back', () => {
    expect(
      Object.fromEntries(
        incidentStatuses.map(status => [status, actionsFrom(status)[0]]),
      ),
    ).toEqual({
      declared: 'investigate',
      investigating: 'identify',
      identified: 'mitigate',
      mitigated: 'resolve',
      resolved: 'close',
      closed: 'reopen',
      dismissed: 'reopen',
    });
  });

  it('is open until it is resolved', () => {
    expect(incidentStatuses.filter(isOpenStatus)).toEqual([
      'declared',
      'investigating',
      'identified',
      'mitigated',
    ]);
  });

  it.each(incidentStatuses.filter(status => !isOpenStatus(status)))(
    'can be taken up again when it is %s',
    status => {
      const reopened = incidentLifecycle[status].reopen;
      expect(reopened && isOpenStatus(reopened)).toBe(true);
    },
  );
});
