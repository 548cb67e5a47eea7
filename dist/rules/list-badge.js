import {plugins} from '../remark.js'
export default plugins['list-badge']
