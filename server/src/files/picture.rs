//! Pictures are drawn anew: nothing of what was sent but its pixels is kept, in the widths that pages need.

use std::io::Cursor;

use domain::file::{Medium, Unfit, Variant, WIDTHS};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// The most pixels of a side.
const LONGEST_SIDE: u32 = 12_000;
/// The most pixels.
const MOST_PIXELS: u64 = 50_000_000;
/// The most memory for one picture, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// How well JPEG keeps what it is given, of 100.
const QUALITY: u8 = 82;

/// One picture at a time: each may need much memory.
static ONE: Semaphore = Semaphore::const_new(1);

/// A picture, drawn anew.
pub struct Redrawn {
    /// JPEG, or PNG where something is transparent.
    pub medium: Medium,
    /// Its bodies, the narrowest first.
    pub variants: Vec<Variant>,
    /// The bytes of each.
    pub bodies: Vec<Vec<u8>>,
}

/// Draws a picture anew.
///
/// # Errors
/// Why it cannot be.
pub async fn redraw(bytes: Vec<u8>, medium: Medium) -> Result<Redrawn, Unfit> {
    let _turn = ONE.acquire().await.map_err(|_closed| Unfit::Damaged)?;
    // A decoder that breaks takes this picture with it and nothing else.
    spawn_blocking(move || draw(&bytes, medium)).await.unwrap_or(Err(Unfit::Damaged))
}

fn draw(bytes: &[u8], medium: Medium) -> Result<Redrawn, Unfit> {
    let picture = decode(bytes, medium)?;
    let is_opaque = !picture.color().has_alpha() || picture.to_rgba8().pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let medium = if is_opaque { Medium::Jpeg } else { Medium::Png };
    let mut picture = if is_opaque {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    } else {
        DynamicImage::ImageRgba8(picture.into_rgba8())
    };
    let mut redrawn = Redrawn { medium, variants: Vec::new(), bodies: Vec::new() };
    // The widest first, and each of the next from the one before.
    for width in widths(picture.width()).into_iter().rev() {
        if width < picture.width() {
            let height = scaled(picture.height(), width, picture.width());
            picture = picture.resize_exact(width, height, FilterType::Lanczos3);
        }
        let body = encode(&picture, medium)?;
        redrawn.variants.insert(0, Variant { width, height: picture.height(), size: body.len() as u64 });
        redrawn.bodies.insert(0, body);
    }
    Ok(redrawn)
}

/// The widths to keep, the narrowest first; none is wider than the picture.
fn widths(own: u32) -> Vec<u32> {
    let widest = own.min(WIDTHS[WIDTHS.len() - 1]);
    WIDTHS.into_iter().filter(|width| *width < widest).chain([widest]).collect()
}

fn scaled(height: u32, width: u32, own: u32) -> u32 {
    let exact = u64::from(height) * u64::from(width) / u64::from(own.max(1));
    u32::try_from(exact).unwrap_or(u32::MAX).max(1)
}

fn decode(bytes: &[u8], medium: Medium) -> Result<DynamicImage, Unfit> {
    let format = match medium {
        Medium::Jpeg => ImageFormat::Jpeg,
        Medium::Png => ImageFormat::Png,
        _ => ImageFormat::WebP,
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unfit)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(Unfit::Damaged);
    }
    if width > LONGEST_SIDE || height > LONGEST_SIDE || pixels > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY {
        return Err(Unfit::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unfit)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn unfit(cause: ImageError) -> Unfit {
    match cause {
        ImageError::Limits(_) => Unfit::TooManyPixels,
        ImageError::IoError(_) => Unfit::Cut,
        _ => Unfit::Damaged,
    }
}

fn encode(picture: &DynamicImage, medium: Medium) -> Result<Vec<u8>, Unfit> {
    let mut body = Vec::new();
    let done = match medium {
        Medium::Jpeg => picture.write_with_encoder(JpegEncoder::new_with_quality(&mut body, QUALITY)),
        _ => picture.write_with_encoder(PngEncoder::new(&mut body)),
    };
    done.map(|()| body).map_err(|_unwritten| Unfit::Damaged)
}
