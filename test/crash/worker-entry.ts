import './fault-hand';
import '../../apps/worker/src/main';
