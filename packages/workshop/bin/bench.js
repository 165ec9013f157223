require('./run')('bench');
