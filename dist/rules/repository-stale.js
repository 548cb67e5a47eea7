import {plugins} from '../remark.js'
export default plugins['repository-stale']
