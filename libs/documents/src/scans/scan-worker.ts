import { parentPort, workerData } from 'node:worker_threads';
import { here, type Drawing } from './scan-thread';

// Entry of the thread that draws a scan and its print small; runs from the build only.
void here(workerData as Drawing).then((grids) => parentPort?.postMessage(grids));
