import type { DependencyHealth } from 'backstage-plugin-incidents-common';

export type DependenciesView = {
  /** With open incidents, most of them first. */
  broken: DependencyHealth[];
  quiet: DependencyHealth[];
};

/** What an entity depends on, the broken ones apart from the quiet ones. */
export function describeDependencies(
  dependencies: DependencyHealth[],
): DependenciesView {
  const broken = dependencies.filter(({ openIncidents }) => openIncidents > 0);
  return {
    broken: broken.sort((a, b) => b.openIncidents - a.openIncidents),
    quiet: dependencies.filter(({ openIncidents }) => openIncidents === 0),
  };
}
