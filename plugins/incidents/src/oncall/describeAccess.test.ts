import type { AccessFinding } from 'backstage-plugin-incidents-common';
import { describeFindings, unconfirmedOf } from './describeAccess';

const finding = (name: string, tool: string, day: number): AccessFinding => ({
  person: { ref: `user:default/${name}`, displayName: name },
  ...{ tool, state: 'missing', entityRefs: [], level: 'Primary' },
  shiftFrom: `2026-11-${day}T08:00:00.000Z`,
  hasBegun: false,
});

describe('who has not confirmed their access', () => {
  it('has one line each, the next shift first', () => {
    const views = describeFindings([
      ...[finding('bo', 'Grafana', 21), finding('ada', 'Grafana', 20)],
      finding('bo', 'Vault', 21),
    ]);
    expect(
      views.map(({ person, tools }) => [person.displayName, ...tools]),
    ).toEqual([
      ['ada', 'Grafana'],
      ['bo', 'Grafana', 'Vault'],
    ]);
  });

  it('has to confirm what is missing, or too long ago', () => {
    const item = { entityRefs: [], schedules: [] };
    expect(
      unconfirmedOf([
        { ...item, tool: 'Grafana', state: 'confirmed' },
        { ...item, tool: 'Vault', state: 'expired' },
        { ...item, tool: 'kubectl', state: 'missing' },
      ]),
    ).toEqual(['Vault', 'kubectl']);
  });
});
