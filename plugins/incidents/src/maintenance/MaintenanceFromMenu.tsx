import { lazy, Suspense } from 'react';

/** The menu is on every entity page, the dialog is needed on few of them. */
const MaintenanceDialog = lazy(() =>
  import('./MaintenanceDialog').then(room => ({
    default: room.MaintenanceDialog,
  })),
);

/** The form that plans maintenance of an entity, loaded when it is asked for. */
export function MaintenanceFromMenu(props: {
  entityRef?: string;
  onClose: () => void;
}) {
  return (
    <Suspense fallback={null}>
      <MaintenanceDialog
        entityRef={props.entityRef}
        onDone={props.onClose}
        onClose={props.onClose}
      />
    </Suspense>
  );
}
