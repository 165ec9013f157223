import { lazy, Suspense } from 'react';

/** The menu is on every entity page, the dialog is needed on few of them. */
const DeclareDialog = lazy(() =>
  import('../declare').then(declare => ({ default: declare.DeclareDialog })),
);

export type DeclareFromMenuProps = { entityRef?: string; onClose: () => void };

/** The declare dialog for an entity, loaded when it is asked for. */
export function DeclareFromMenu({ entityRef, onClose }: DeclareFromMenuProps) {
  return (
    <Suspense fallback={null}>
      <DeclareDialog isOpen entityRef={entityRef} onClose={onClose} />
    </Suspense>
  );
}
