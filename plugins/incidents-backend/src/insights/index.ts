import type { LoadQuery, LoadReport } from 'backstage-plugin-incidents-common';
import type { Clock } from 'backstage-plugin-incidents-node';
import type { OnCall } from '../oncall';
import type { Paging } from '../paging';
import type { Catalog } from '../platform/catalog';
import { exportShifts } from './exportShifts';
import { reportLoad } from './reportLoad';

export type InsightDeps = {
  catalog: Catalog;
  clock: Clock;
  oncall: OnCall;
  paging: Paging;
};

/** What can be learned by looking back; it changes nothing. */
export type Insights = {
  /** @throws NotFoundError; InputError when it is too much at once. */
  load(query: LoadQuery): Promise<LoadReport>;
  /** The shifts behind it as CSV. @throws as `load` */
  shiftsForPay(query: LoadQuery): Promise<string>;
};

export function createInsights(deps: InsightDeps): Insights {
  return {
    load: query => reportLoad(deps, query),
    shiftsForPay: query => exportShifts(deps, query),
  };
}
