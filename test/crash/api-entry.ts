import './fault-hand';
import '../../apps/api/src/main';
