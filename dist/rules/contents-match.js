import {plugins} from '../remark.js'
export default plugins['contents-match']
