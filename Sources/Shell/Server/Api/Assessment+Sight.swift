import Operations
import Pages
import Vocabulary

extension Assessment {
    /// The assessment as somebody may see it: health, marital and family papers are named to the ministry's desk only.
    func seen(by actor: Actor) -> Assessment { seen(with: actor.sight) }
}
