require('./run')('integrationsDocs');
