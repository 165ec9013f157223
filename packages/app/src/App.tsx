import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './home';
import { navModule } from './nav';
import { translationModule } from './translation';

/**
 * The portal of this repository. Plugins are not listed here: `app.packages: all`
 * in `app-config.yaml` finds every plugin among the dependencies of this package.
 */
export default createApp({
  features: [navModule, homeModule, translationModule],
});
