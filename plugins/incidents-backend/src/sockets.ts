import type {
  AlertSource,
  AlertSourcesExtensionPoint,
  IncidentNotifier,
  NotifiersExtensionPoint,
  OnCallProvider,
  OnCallProvidersExtensionPoint,
  RemoteOnCallProvider,
} from 'backstage-plugin-incidents-node';

/** What modules plug in, collected before the plugin itself starts. */
export function createSockets() {
  const sources = new Map<string, AlertSource>();
  const providers = new Map<string, OnCallProvider>();
  const remotes = new Map<string, RemoteOnCallProvider>();
  const notifiers = new Map<string, IncidentNotifier>();
  const alertSourcesPoint: AlertSourcesExtensionPoint = {
    addAlertSources: (...added) => addAll(sources, added, 'alert source'),
  };
  const onCallProvidersPoint: OnCallProvidersExtensionPoint = {
    addOnCallProviders: (...added) =>
      addAll(providers, added, 'on-call provider'),
    addRemoteOnCallProviders: (...added) =>
      addAll(remotes, added, 'on-call provider'),
  };
  const notifiersPoint: NotifiersExtensionPoint = {
    addNotifiers: (...added) => addAll(notifiers, added, 'notifier'),
  };
  return {
    alertSourcesPoint,
    onCallProvidersPoint,
    notifiersPoint,
    notifiers: () => [...notifiers.values()],
    alertSources: () => sources,
    onCallProviders: () => [...providers.values()],
    remoteOnCallProviders: () => [...remotes.values()],
  };
}

function addAll<T extends { id: string }>(
  known: Map<string, T>,
  added: T[],
  what: string,
) {
  for (const item of added) {
    if (known.has(item.id)) {
      throw new Error(`There are two of the ${what} ${item.id}`);
    }
    known.set(item.id, item);
  }
}
