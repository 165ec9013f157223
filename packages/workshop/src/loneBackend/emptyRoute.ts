import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';

/**
 * `POST /api/empty`: reads the body and answers `202 {}`. What is left of the
 * cost of a request when nothing is done with it.
 */
export const emptyRoute = createBackendPlugin({
  pluginId: 'empty',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        httpRouter.use((request, response) => {
          request.resume().once('end', () => response.status(202).json({}));
        });
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});
