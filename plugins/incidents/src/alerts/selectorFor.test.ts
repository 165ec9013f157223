import { selectorFor } from './selectorFor';

describe('the selector that would take a stray alert', () => {
  it('is made of the labels that tell most about the service', () => {
    expect(
      selectorFor({
        pod: 'x-1',
        alertname: 'DiskFull',
        job: 'node',
        app: 'importer',
      }),
    ).toBe('app=importer,job=node');
  });

  it('is not offered when no label tells anything', () => {
    expect(selectorFor({ pod: 'x-1' })).toBeUndefined();
  });
});
