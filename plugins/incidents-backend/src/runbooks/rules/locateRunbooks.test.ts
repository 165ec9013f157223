import { locateRunbooks } from './locateRunbooks';

const blob =
  'url:https://code.example/org/shop/blob/main/pay/catalog-info.yaml';
const tree = 'url:https://code.example/org/shop/tree/main/pay/';
const disk = 'file:/srv/shop/catalog-info.yaml';

function locate(
  target: string,
  managedBy?: string,
  sourceLocation?: string,
  allowFiles = true,
) {
  const located = locateRunbooks(
    {
      'incidents/runbooks': target,
      ...(managedBy && { 'backstage.io/managed-by-location': managedBy }),
      ...(sourceLocation && { 'backstage.io/source-location': sourceLocation }),
    },
    { allowFiles },
  );
  if (!located || 'problem' in located) return located?.problem;
  const { place } = located;
  return place.kind === 'url'
    ? `${place.holds} ${place.url}`
    : `${place.target} beside ${place.entityFile}`;
}

describe('locateRunbooks', () => {
  it('finds nothing where nothing is named', () => {
    expect(locateRunbooks({}, { allowFiles: true })).toBeUndefined();
  });

  it.each([
    [
      './runbooks',
      [blob],
      'folder https://code.example/org/shop/blob/main/pay/runbooks',
    ],
    [
      'runbooks/',
      [blob, tree],
      'folder https://code.example/org/shop/tree/main/pay/runbooks/',
    ],
    [
      '../ops/queue.md',
      [blob, tree],
      'file https://code.example/org/shop/tree/main/ops/queue.md',
    ],
    [
      'https://wiki.example/x.MD?at=main',
      [],
      'file https://wiki.example/x.MD?at=main',
    ],
    [
      'url:https://code.example/o/r/tree/main/runbooks',
      [disk],
      'folder https://code.example/o/r/tree/main/runbooks',
    ],
    [
      'https://azure.example/_git/r?path=/a/queue.md',
      [],
      'file https://azure.example/_git/r?path=/a/queue.md',
    ],
    ['./runbooks', [disk], './runbooks beside /srv/shop/catalog-info.yaml'],
    // A source location is in the hands of whoever writes the entity.
    [
      './runbooks',
      [blob, 'file:/etc/x'],
      'folder https://code.example/org/shop/blob/main/pay/runbooks',
    ],
  ])('resolves %s of %j', (target, [managedBy, source], expected) => {
    expect(locate(target, managedBy, source)).toBe(expected);
  });

  it.each([
    ['', [blob], 'the annotation is empty'],
    ['./runbooks', [], 'the catalog does not say where the entity is defined'],
    [
      './runbooks',
      ['bootstrap:x'],
      'the catalog does not say where the entity is defined',
    ],
    [
      './runbooks',
      ['nonsense'],
      'the catalog does not say where the entity is defined',
    ],
    [
      'file:/etc/passwd.md',
      [disk],
      'only addresses with http or https and relative paths can be read',
    ],
    [
      'javascript:alert(1)',
      [blob],
      'only addresses with http or https and relative paths can be read',
    ],
    ['https://', [blob], 'that is not an address'],
  ])('refuses "%s" of %j', (target, [managedBy], problem) => {
    expect(locate(target, managedBy)).toBe(problem);
  });

  it('reads files of the server only where config allows it', () => {
    expect(locate('./runbooks', disk, undefined, false)).toBe(
      'the entity comes from a file of the server, and incidents.runbooks.allowFiles is not on',
    );
  });
});
