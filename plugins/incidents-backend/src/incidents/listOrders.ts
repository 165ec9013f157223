import type { IncidentQuery } from 'backstage-plugin-incidents-common';
import type { SortOrder } from '../platform/sortOrder';

const declaredAt = { column: 'declared_at', as: 'instant' } as const;
const n = { column: 'n', as: 'integer' } as const;

const orders: Record<IncidentQuery['sort'], Omit<SortOrder, 'name'>> = {
  openFirst: {
    descending: true,
    columns: [{ column: 'is_open', as: 'flag' }, declaredAt, n],
  },
  '-declaredAt': { descending: true, columns: [declaredAt, n] },
  declaredAt: { descending: false, columns: [declaredAt, n] },
  severity: {
    descending: false,
    columns: [{ column: 'severity_rank', as: 'integer' }, n],
  },
  '-updatedAt': {
    descending: true,
    columns: [{ column: 'updated_at', as: 'instant' }, n],
  },
};

export function orderOf(sort: IncidentQuery['sort']): SortOrder {
  return { name: sort, ...orders[sort] };
}

/** Whether the index of this order knows when an incident was declared. */
export function goesByDeclared(sort: IncidentQuery['sort']): boolean {
  return orders[sort].columns.includes(declaredAt);
}
