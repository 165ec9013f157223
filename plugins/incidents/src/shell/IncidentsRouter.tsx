import { Route, Routes } from 'react-router-dom';
import { IncidentListPage } from '../incidents/IncidentListPage';
import { IncidentPage } from '../incidents/IncidentPage';
import { OverviewPage } from '../overview/OverviewPage';
import { RunbookPage } from '../runbooks/RunbookPage';

/**
 * Every page below `/incidents`. One page with routes instead of sub-pages, so that the overview stands at `/incidents`
 * and an incident at `/incidents/INC-42`.
 */
export function IncidentsRouter() {
  return (
    <Routes>
      <Route index element={<OverviewPage />} />
      <Route path="list" element={<IncidentListPage />} />
      <Route
        path="runbooks/:kind/:namespace/:name/:id"
        element={<RunbookPage />}
      />
      <Route path=":key" element={<IncidentPage />} />
    </Routes>
  );
}
