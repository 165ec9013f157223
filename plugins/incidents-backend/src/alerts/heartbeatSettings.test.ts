import { mockServices } from '@backstage/backend-test-utils';
import { readHeartbeats } from './heartbeatSettings';

const read = (heartbeats: object[], integrations: string[] = []) =>
  readHeartbeats(
    mockServices.rootConfig({ data: { incidents: { heartbeats } } }),
    new Map(integrations.map(id => [id, {}])),
  );
const backup = { id: 'backup', every: 'PT1H', token: 'a' };

describe('heartbeats in config', () => {
  it('are read with what they leave out', () => {
    expect(read([backup]).get('backup')).toEqual({
      ...{ id: 'backup', title: 'backup', tokens: ['a'], labels: {} },
      ...{ every: 3_600_000, grace: 1_200_000 },
      ...{ entityRef: undefined, severity: undefined },
    });
  });

  it('are read with all they say', () => {
    const heartbeat = {
      ...{ id: 'backup', title: 'Backup', tokens: ['b'], token: 'a' },
      ...{ every: { days: 1 }, grace: '90 minutes' },
      ...{ entityRef: 'Ledger', severity: 'low', labels: { env: 'prod' } },
    };
    expect(read([heartbeat]).get('backup')).toEqual({
      ...{ id: 'backup', title: 'Backup', tokens: ['b', 'a'] },
      ...{ every: 86_400_000, grace: 5_400_000 },
      entityRef: 'component:default/ledger',
      ...{ severity: 'low', labels: { env: 'prod' } },
    });
  });

  it('have a minute of grace at least', () => {
    expect(read([{ ...backup, every: '1m' }]).get('backup')?.grace).toBe(
      60_000,
    );
  });

  it.each([
    [{ id: 'Backup' }, /^incidents\.heartbeats\[1\] \(Backup\): id must be/],
    [{ id: 'backup' }, /^incidents\.heartbeats has the id backup twice$/],
    [{ id: 'prom' }, /\[1\] \(prom\): an integration has this id already$/],
    [{ token: undefined }, /\[1\] \(b\): it needs a token$/],
    [{ every: '59s' }, /\[1\] \(b\): every must be a minute or more$/],
    [{ every: 'often' }, /\[1\] \(b\): .*'?every/],
    [{ every: undefined }, /\[1\] \(b\): .*every/],
    [{ grace: '5s' }, /\[1\] \(b\): grace must be a minute or more$/],
    [
      { labels: { a: 1 } },
      /\[1\] \(b\): labels must be names with a text each$/,
    ],
  ])('must not be %j', (wrong, message) => {
    expect(() =>
      read([backup, { ...backup, id: 'b', ...wrong }], ['prom']),
    ).toThrow(message);
  });

  it('keep their address for themselves', () => {
    expect(() => read([], ['heartbeats'])).toThrow(
      'incidents.integrations: the id heartbeats is taken by incidents.heartbeats; choose another',
    );
  });
});
