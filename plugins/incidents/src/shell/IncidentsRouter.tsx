import { Route, Routes } from 'react-router-dom';
import { AlertsPage } from '../alerts/AlertsPage';
import { DeliveriesPage } from '../alerts/DeliveriesPage';
import { DryRunPage } from '../alerts/DryRunPage';
import { HeartbeatsPage } from '../alerts/HeartbeatsPage';
import { LettersPage } from '../alerts/LettersPage';
import { RulesPage } from '../alerts/RulesPage';
import { SilencesPage } from '../alerts/SilencesPage';
import { IncidentListPage } from '../incidents/IncidentListPage';
import { IncidentPage } from '../incidents/IncidentPage';
import { MaintenancePage } from '../maintenance/MaintenancePage';
import { HandoverPage } from '../oncall/HandoverPage';
import { LoadPage } from '../oncall/LoadPage';
import { EditSchedulePage } from '../oncall/editor/EditSchedulePage';
import { NewSchedulePage } from '../oncall/editor/NewSchedulePage';
import { OnCallPage } from '../oncall/OnCallPage';
import { SchedulePage } from '../oncall/SchedulePage';
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
      <Route path="alerts" element={<AlertsPage />} />
      <Route path="alerts/silences" element={<SilencesPage />} />
      <Route path="alerts/maintenance" element={<MaintenancePage />} />
      <Route path="alerts/rules" element={<RulesPage />} />
      <Route path="alerts/dry-run" element={<DryRunPage />} />
      <Route path="alerts/deliveries" element={<DeliveriesPage />} />
      <Route path="alerts/dead-letters" element={<LettersPage />} />
      <Route path="alerts/heartbeats" element={<HeartbeatsPage />} />
      <Route path="on-call" element={<OnCallPage />} />
      <Route path="on-call/load" element={<LoadPage />} />
      <Route path="on-call/new" element={<NewSchedulePage />} />
      <Route path="on-call/:name/edit" element={<EditSchedulePage />} />
      <Route path="on-call/:name" element={<SchedulePage />} />
      <Route path="on-call/:name/hand-over" element={<HandoverPage />} />
      <Route
        path="runbooks/:kind/:namespace/:name/:id"
        element={<RunbookPage />}
      />
      <Route path=":key" element={<IncidentPage />} />
    </Routes>
  );
}
