import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express from 'express';
import PromiseRouter from 'express-promise-router';

/**
 * `POST /api/empty`: reads a JSON body as the routes of plugins do, and answers
 * `202 {}`. What is left of the cost of a request when nothing is done with it.
 */
export const emptyRoute = createBackendPlugin({
  pluginId: 'empty',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = PromiseRouter();
        router.use(express.json());
        router.post('/', async (_, response) => {
          response.status(202).json({});
        });
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});
